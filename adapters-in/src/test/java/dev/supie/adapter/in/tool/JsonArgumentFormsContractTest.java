package dev.supie.adapter.in.tool;

import dev.supie.application.contract.ArgumentFormsContract;
import dev.supie.application.tool.port.ArgumentForms;

class JsonArgumentFormsContractTest extends ArgumentFormsContract {

    @Override
    protected ArgumentForms forms() {
        return new JsonArgumentForms();
    }
}
