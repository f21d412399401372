package io.parley.gateway.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Two certificates of the gateway, and the files in which it finds the one that is in use. */
public final class Certificates {

    public static final String FIRST = "first";
    public static final String SECOND = "second";

    private static final char[] PASSWORD = "not a secret".toCharArray();

    /** Beside what else tests leave behind: the profile and its tests are loaded by different class loaders. */
    private static final Path FOLDER = Path.of("target", "certificates").toAbsolutePath();

    private Certificates() {}

    static Path certificate() {
        return FOLDER.resolve("certificate.pem");
    }

    static Path key() {
        return FOLDER.resolve("key.pem");
    }

    /** Puts a certificate and its key into the files. */
    public static void use(String name) {
        try {
            KeyStore store = store(name);
            write(key(), "PRIVATE KEY", store.getKey(name, PASSWORD).getEncoded());
            write(certificate(), "CERTIFICATE", store.getCertificate(name).getEncoded());
        } catch (IOException | GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Who trusts both of them. */
    public static SSLContext trusting() throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(FIRST, certificate(FIRST));
        trusted.setCertificateEntry(SECOND, certificate(SECOND));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    public static X509Certificate certificate(String name) throws IOException, GeneralSecurityException {
        return (X509Certificate) store(name).getCertificate(name);
    }

    private static KeyStore store(String name) throws IOException, GeneralSecurityException {
        Path file = FOLDER.resolve(name + ".p12");
        if (!Files.exists(file)) {
            generate(name, file);
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream stored = Files.newInputStream(file)) {
            store.load(stored, PASSWORD);
        }
        return store;
    }

    private static void generate(String name, Path file) throws IOException {
        Files.createDirectories(FOLDER);
        Path made = file.resolveSibling(name + ".new");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-alias",
                        name,
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "SAN=ip:127.0.0.1,dns:localhost",
                        "-validity",
                        "36500",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        made.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .inheritIO()
                .start();
        try {
            if (!keytool.waitFor(1, TimeUnit.MINUTES) || keytool.exitValue() != 0) {
                throw new IllegalStateException("keytool made no certificate");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** At once, so that nobody reads half of it. */
    private static void write(Path file, String kind, byte[] content) {
        String text = "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder().encodeToString(content) + "\n-----END "
                + kind + "-----\n";
        try {
            Path written = Files.writeString(file.resolveSibling(file.getFileName() + ".new"), text);
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
