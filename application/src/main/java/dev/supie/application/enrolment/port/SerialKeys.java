package dev.supie.application.enrolment.port;

/// The keys in the chips of badges that have a serial number, as far as the operator knows them.
public interface SerialKeys {

    /// What a signature is worth.
    enum Verdict {
        GENUINE,
        FORGED,
        /// The operator has not told the key of this serial number, so nothing can be said.
        KEY_UNKNOWN
    }

    /// @param hmac what the badge presents as the HMAC-SHA256 of the challenge, in hexadecimal
    Verdict verify(String serialNumber, String challenge, String hmac);
}
