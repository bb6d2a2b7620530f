package dev.supie.adapter.in.tls;

/// A certificate or its key cannot be used.
public final class TlsException extends Exception {

    private static final long serialVersionUID = 1L;

    /// Which of the two files it is about.
    public enum Part {
        CERTIFICATE,
        KEY
    }

    private final Part part;
    private final String wrong;
    private final String fix;

    /// @param wrong what is the matter with the file, such as `does not exist`
    /// @param fix what to do
    TlsException(Part part, String wrong, String fix) {
        super(wrong + "; " + fix);
        this.part = part;
        this.wrong = wrong;
        this.fix = fix;
    }

    public Part part() {
        return part;
    }

    public String wrong() {
        return wrong;
    }

    public String fix() {
        return fix;
    }
}
