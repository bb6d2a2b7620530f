package dev.supie.adapter.in.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// A certificate made for a test by the JDK's `keytool`, and its key, as PEM files.
///
/// @param files where they are
/// @param store the same for Java
public record MadeCertificate(CertificateFiles files, KeyStore store) {

    private static final char[] PASSWORD = "for this test only".toCharArray();
    private static final String ALIAS = "test";

    /// For `localhost` and `127.0.0.1`, signed by itself.
    ///
    /// @param name of the files, and in the certificate
    /// @param options of `keytool`, such as `-keyalg EC`
    public static MadeCertificate make(Path folder, String name, String... options)
            throws IOException, InterruptedException, GeneralSecurityException {
        Path keystore = folder.resolve(name + ".p12");
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                ALIAS,
                                "-dname",
                                "CN=" + name,
                                "-ext",
                                "san=dns:localhost,ip:127.0.0.1",
                                "-storetype",
                                "PKCS12",
                                "-keystore",
                                keystore.toString(),
                                "-storepass",
                                new String(PASSWORD)));
        command.addAll(List.of(options));
        Process keytool =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("keytool.log").toFile())
                        .start();
        if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
            throw new AssertionError(Files.readString(folder.resolve("keytool.log")));
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream bytes = Files.newInputStream(keystore)) {
            store.load(bytes, PASSWORD);
        }
        MadeCertificate made =
                new MadeCertificate(
                        new CertificateFiles(
                                folder.resolve(name + ".pem"), folder.resolve(name + "-key.pem")),
                        store);
        made.writeTo(made.files());
        return made;
    }

    /// Writes both over whatever is there.
    public void writeTo(CertificateFiles place) throws IOException, GeneralSecurityException {
        Files.writeString(
                place.certificate(),
                "for people: " + ALIAS + "\n" + pem("CERTIFICATE", certificate()));
        Files.writeString(place.key(), pem("PRIVATE KEY", key()));
    }

    byte[] certificate() throws GeneralSecurityException {
        return store.getCertificate(ALIAS).getEncoded();
    }

    byte[] key() throws GeneralSecurityException {
        return store.getKey(ALIAS, PASSWORD).getEncoded();
    }

    static String pem(String label, byte[] der) {
        return "-----BEGIN "
                + label
                + "-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(der)
                + "\n-----END "
                + label
                + "-----\n";
    }

    /// For clients that trust it and nothing else.
    public SSLContext trusted() throws GeneralSecurityException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
