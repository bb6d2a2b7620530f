package dev.supie.architecture.tidy;

/// Something untidy, printed so that an editor can jump to it.
record Finding(String path, long line, String what) {

    @Override
    public String toString() {
        return path + ":" + line + ": " + what;
    }
}
