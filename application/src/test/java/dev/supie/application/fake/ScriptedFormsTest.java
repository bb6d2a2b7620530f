package dev.supie.application.fake;

import dev.supie.application.contract.ArgumentFormsContract;
import dev.supie.application.tool.port.ArgumentForms;

class ScriptedFormsTest extends ArgumentFormsContract {

    @Override
    protected ArgumentForms forms() {
        return new ScriptedForms();
    }
}
