package dev.supie.bootstrap.server;

import dev.supie.adapter.in.http.AccessToken;
import dev.supie.adapter.in.http.DeviceDesk;
import dev.supie.adapter.out.secrets.HmacDeviceTokens;
import dev.supie.adapter.out.secrets.RandomChance;
import dev.supie.adapter.out.secrets.SecretFile;
import dev.supie.adapter.out.secrets.SecretFileException;
import dev.supie.adapter.out.secrets.SerialKeyFile;
import dev.supie.application.access.port.CredentialCheck;
import dev.supie.application.administration.port.Reloading;
import dev.supie.application.conversation.Memories;
import dev.supie.application.enrolment.EnrolledBadges;
import dev.supie.application.enrolment.EnrolmentFeature;
import dev.supie.application.enrolment.Enrolments;
import dev.supie.application.enrolment.port.DeviceStore;
import dev.supie.bootstrap.config.EnrolmentConfig;
import dev.supie.bootstrap.config.Secret;
import dev.supie.bootstrap.config.SupieConfig;
import dev.supie.domain.kernel.DeviceId;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/// Puts enrolment together (OTA-1). Its secrets are files of the data folder, also when the data
/// itself is on a database server.
record EnrolmentWiring(
        EnrolmentConfig config, AccessToken adminToken, String tokenKey, Path serialKeys) {

    private static final String TOKEN_KEY_FILE = "device-token-key";
    private static final String SERIAL_KEYS_FILE = "device-keys";

    /// Reads the secrets, or makes those that are missing.
    static EnrolmentWiring of(SupieConfig config) throws StartException {
        Path folder = config.data().directory();
        SecureRandom random = new SecureRandom();
        try {
            Optional<String> configured = config.enrolment().adminToken().map(Secret::reveal);
            String adminToken =
                    configured.isPresent()
                            ? configured.get()
                            : SecretFile.readOrMake(folder.resolve(DataFiles.ADMIN_TOKEN), random);
            return new EnrolmentWiring(
                    config.enrolment(),
                    new AccessToken(adminToken),
                    SecretFile.readOrMake(folder.resolve(TOKEN_KEY_FILE), random),
                    folder.resolve(SERIAL_KEYS_FILE));
        } catch (SecretFileException failure) {
            throw new StartException(String.valueOf(failure.getMessage()), failure);
        }
    }

    /// @param sendAway closes the connections of a badge with 4003
    Enrolments enrolments(DeviceStore store, InstantSource time, Consumer<DeviceId> sendAway) {
        return EnrolmentFeature.create(
                new EnrolmentFeature.Ports(
                        store,
                        new HmacDeviceTokens(tokenKey),
                        new RandomChance(new SecureRandom()),
                        new SerialKeyFile(serialKeys),
                        time,
                        this::approvalNeeded,
                        sendAway));
    }

    /// Under `approve` a badge needs its token, whether or not there is other authentication.
    Optional<CredentialCheck> check(Enrolments enrolments) {
        return approvalNeeded() ? Optional.of(new EnrolledBadges(enrolments)) : Optional.empty();
    }

    boolean approvalNeeded() {
        return config.policy() == EnrolmentConfig.Policy.APPROVE;
    }

    DeviceDesk desk(Enrolments enrolments, Memories memories, Reloading reloading) {
        return new DeviceDesk(enrolments, adminToken, memories, reloading);
    }

    @Override
    public String toString() {
        return "EnrolmentWiring[" + config.policy() + "]";
    }
}
