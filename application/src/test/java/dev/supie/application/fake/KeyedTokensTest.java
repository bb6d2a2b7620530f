package dev.supie.application.fake;

import dev.supie.application.contract.DeviceTokensContract;
import dev.supie.application.enrolment.port.DeviceTokens;

class KeyedTokensTest extends DeviceTokensContract {

    @Override
    protected DeviceTokens tokens() {
        return new KeyedTokens("one");
    }

    @Override
    protected DeviceTokens tokensOfAnotherKey() {
        return new KeyedTokens("two");
    }
}
