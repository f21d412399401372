package io.parley.e2e.access;

import io.parley.e2e.platform.Platform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key that a platform signs tokens with at the moment, as only who has its database and its master key can get at it.
 *
 * @param id the {@code kid}
 * @param publicKey base64 of X.509 SubjectPublicKeyInfo
 */
record SigningKey(String id, String publicKey, PrivateKey privateKey) {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String CURRENT =
            "select id, encode(public_key, 'base64'), private_key from auth.signing_keys where state = 'current'";

    static SigningKey of(Platform platform) throws IOException, SQLException, GeneralSecurityException {
        var servers = platform.servers();
        try (var connection =
                        DriverManager.getConnection(servers.jdbcUrl(), servers.adminUser(), servers.adminPassword());
                var rows = connection.createStatement().executeQuery(CURRENT)) {
            rows.next();
            String masterKey = platform.secrets().getProperty("master-key");
            byte[] opened = Base64.getDecoder().decode(open(rows.getString(3), masterKey));
            return new SigningKey(
                    rows.getString(1),
                    rows.getString(2),
                    KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(opened)));
        }
    }

    /** AES-256-GCM; the id of the master key and a dot, then base64 of nonce and text. */
    private static String open(String sealed, String masterKey) throws GeneralSecurityException {
        byte[] both = Base64.getDecoder().decode(sealed.substring(sealed.indexOf('.') + 1));
        SecretKeySpec key = new SecretKeySpec(Base64.getDecoder().decode(masterKey), "AES");
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, Arrays.copyOf(both, NONCE_BYTES)));
        return new String(
                cipher.doFinal(Arrays.copyOfRange(both, NONCE_BYTES, both.length)), StandardCharsets.US_ASCII);
    }
}
