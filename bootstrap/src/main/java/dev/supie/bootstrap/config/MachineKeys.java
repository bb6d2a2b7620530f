package dev.supie.bootstrap.config;

/// The keys that a management server cannot give (CFG-3): where it is itself, and the folder in
/// which its last good answer is looked for when it does not answer.
final class MachineKeys {

    static final String WRONG = "is for this machine to say, not for config.url";
    static final String FIX = "move it to the configuration file, the environment or --set";

    private MachineKeys() {}

    static boolean contains(String key) {
        return key.startsWith("config.") || key.equals(Settings.DATA_DIR.key());
    }
}
