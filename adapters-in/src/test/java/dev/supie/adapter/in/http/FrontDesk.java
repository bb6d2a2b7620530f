package dev.supie.adapter.in.http;

import dev.supie.application.administration.port.ReloadReport;
import dev.supie.application.administration.port.Reloading;
import dev.supie.application.enrolment.EnrolmentFeature;
import dev.supie.application.enrolment.Enrolments;
import dev.supie.application.enrolment.port.SerialKeys;
import dev.supie.application.fake.CountedChance;
import dev.supie.application.fake.InMemoryDeviceStore;
import dev.supie.application.fake.KeyedTokens;
import dev.supie.domain.kernel.DeviceId;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// Enrolment as it really is, over a store in memory. The first code is 100001. Of one serial
/// number the key is known, and the right signature is the word `genuine`.
final class FrontDesk {

    static final String ADMIN_TOKEN = "let-me-administrate";
    static final String SERIAL = "SN-1";
    static final String GENUINE = "genuine";

    final InMemoryDeviceStore store = new InMemoryDeviceStore();
    final Enrolments enrolments;
    final List<DeviceId> forgotten = new ArrayList<>();

    FrontDesk(boolean approvalNeeded, InstantSource time) {
        enrolments =
                EnrolmentFeature.create(
                        new EnrolmentFeature.Ports(
                                store,
                                new KeyedTokens("key"),
                                new CountedChance(),
                                FrontDesk::verdict,
                                time,
                                () -> approvalNeeded,
                                _ -> {}));
    }

    private static SerialKeys.Verdict verdict(String serial, String challenge, String hmac) {
        if (!serial.equals(SERIAL)) {
            return SerialKeys.Verdict.KEY_UNKNOWN;
        }
        return hmac.equals(GENUINE) ? SerialKeys.Verdict.GENUINE : SerialKeys.Verdict.FORGED;
    }

    DeviceDesk desk() {
        return desk(() -> new ReloadReport.Refused(List.of("there is no file")));
    }

    DeviceDesk desk(Reloading reloading) {
        return new DeviceDesk(enrolments, new AccessToken(ADMIN_TOKEN), forgotten::add, reloading);
    }
}
