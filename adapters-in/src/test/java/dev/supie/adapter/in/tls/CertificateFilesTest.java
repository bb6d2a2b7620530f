package dev.supie.adapter.in.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.adapter.in.tls.TlsException.Part;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;

/// `server.tls`: two files that are no certificate and its key are refused with the reason.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CertificateFilesTest {

    @TempDir private static Path folder = Path.of("");

    private MadeCertificate curve;
    private MadeCertificate rsa;

    @BeforeAll
    void make() throws IOException, InterruptedException, GeneralSecurityException {
        curve = MadeCertificate.make(folder, "curve", "-keyalg", "EC");
        rsa = MadeCertificate.make(folder, "rsa", "-keyalg", "RSA", "-keysize", "2048");
    }

    private static TlsException refused(Path certificate, Path key) {
        return assertThrows(
                TlsException.class, () -> new CertificateFiles(certificate, key).read());
    }

    private TlsException refusedKey(String text) throws IOException {
        Path key = Files.writeString(folder.resolve("tried-key.pem"), text);
        TlsException refused = refused(curve.files().certificate(), key);
        assertEquals(Part.KEY, refused.part());
        return refused;
    }

    @Test
    void bothKindsOfKeysAreRead() throws TlsException {
        assertEquals("EC", curve.files().read().algorithm());
        assertEquals("RSA", rsa.files().read().algorithm());
    }

    @Test
    void chainKeepsItsOrder() throws IOException, TlsException {
        Path chain =
                Files.writeString(
                        folder.resolve("chain.pem"),
                        Files.readString(curve.files().certificate())
                                + Files.readString(rsa.files().certificate()));

        Credentials read = new CertificateFiles(chain, curve.files().key()).read();

        assertEquals(2, read.chain().length);
        assertEquals("CN=curve", read.certificate().getSubjectX500Principal().getName());
    }

    @Test
    void longerChainsThanAnybodyHasAreRefused() throws IOException {
        String one = Files.readString(curve.files().certificate());
        Path chain =
                Files.writeString(
                        folder.resolve("long.pem"), one.repeat(PemCertificates.CHAIN_MAX + 1));

        TlsException refused = refused(chain, curve.files().key());

        assertEquals(Part.CERTIFICATE, refused.part());
        assertTrue(refused.wrong().contains("more than 10"), refused.wrong());
    }

    @Test
    void absentFileIsNamed() {
        Path absent = folder.resolve("absent.pem");

        assertEquals("does not exist", refused(absent, curve.files().key()).wrong());
        assertEquals(Part.KEY, refused(curve.files().certificate(), absent).part());
    }

    @Test
    void hugeFileIsNotRead() throws IOException {
        Path huge =
                Files.write(folder.resolve("huge.pem"), new byte[CertificateFiles.BYTES_MAX + 1]);

        assertTrue(refused(huge, curve.files().key()).wrong().startsWith("is larger than"));
    }

    @Test
    void keyOfAnotherCertificateIsRefused() throws Exception {
        MadeCertificate other = MadeCertificate.make(folder, "other", "-keyalg", "EC");

        for (MadeCertificate wrong : new MadeCertificate[] {other, rsa}) {
            TlsException refused = refused(curve.files().certificate(), wrong.files().key());

            assertEquals(Part.KEY, refused.part());
            assertTrue(refused.wrong().startsWith("does not belong"), refused.wrong());
        }
    }

    @Test
    void swappedFilesAreRefused() {
        assertEquals(
                "holds no certificate",
                refused(curve.files().key(), curve.files().certificate()).wrong());
    }

    @Test
    void encryptedKeysAreRefusedWithTheWayOut() throws IOException, GeneralSecurityException {
        String modern = MadeCertificate.pem("ENCRYPTED PRIVATE KEY", curve.key());
        String old =
                """
                -----BEGIN RSA PRIVATE KEY-----
                Proc-Type: 4,ENCRYPTED

                AAAA
                -----END RSA PRIVATE KEY-----
                """;

        for (String encrypted : new String[] {modern, old}) {
            TlsException refused = refusedKey(encrypted);
            assertTrue(refused.wrong().startsWith("is encrypted"), refused.wrong());
            assertTrue(refused.fix().contains("openssl pkcs8"), refused.fix());
        }
    }

    @Test
    void olderFormsAreRefusedWithTheWayOut() throws IOException {
        TlsException refused =
                refusedKey("-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----");

        assertTrue(refused.wrong().contains("older form (EC PRIVATE KEY)"), refused.wrong());
        assertTrue(refused.fix().contains("openssl pkcs8"), refused.fix());
    }

    @Test
    void brokenFilesAreRefused() throws IOException {
        refusedKey("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----");
        refusedKey("-----BEGIN PRIVATE KEY-----\n???\n-----END PRIVATE KEY-----");
        refusedKey("no PEM at all");
        Path broken =
                Files.writeString(
                        folder.resolve("broken.pem"),
                        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----");
        assertEquals(
                "holds a certificate that is broken", refused(broken, curve.files().key()).wrong());
    }

    @Test
    void whatClientsWillRefuseIsSaidBefore() throws TlsException {
        Credentials read = curve.files().read();
        Instant begin = read.certificate().getNotBefore().toInstant();
        Instant end = read.certificate().getNotAfter().toInstant();

        assertTrue(read.concern(begin.plusSeconds(1)).isEmpty());
        assertTrue(read.concern(end.plusSeconds(1)).orElseThrow().startsWith("has expired"));
        assertTrue(read.concern(begin.minusSeconds(1)).orElseThrow().startsWith("is not valid"));
        Instant soon = end.minus(Credentials.ENDING_SOON).plus(Duration.ofHours(1));
        assertTrue(read.concern(soon).orElseThrow().startsWith("expires soon"));
    }

    @Test
    void namesOfTheCertificateAreKnown() throws Exception {
        Credentials read = curve.files().read();
        MadeCertificate any =
                MadeCertificate.make(
                        folder, "any", "-keyalg", "EC", "-ext", "san=dns:*.example.com");

        assertTrue(read.isFor("localhost") && read.isFor("127.0.0.1"));
        assertFalse(read.isFor("192.168.1.20"));
        assertTrue(any.files().read().isFor("badges.example.com"));
        assertFalse(any.files().read().isFor("a.badges.example.com"));
    }

    @Test
    void keyIsNeverShown() throws TlsException {
        assertTrue(curve.files().read().toString().startsWith("CN=curve until "));
    }
}
