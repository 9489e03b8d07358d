package yunhe.local.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.text.ParseException;
import yunhe.local.state.DataFolder;

/** The issuer's RSA key, made once. */
final class SigningKeys {
    private static final String FILE = "issuer-key.json";
    private static final int BITS = 2048;

    private SigningKeys() {}

    static RSAKey keptOrNew(DataFolder data) {
        try {
            return RSAKey.parse(data.read(FILE).orElseGet(() -> {
                String made = generate().toJSONString();
                data.write(FILE, made);
                return made;
            }));
        } catch (ParseException cause) {
            throw new IllegalStateException("read the issuer's key", cause);
        }
    }

    private static RSAKey generate() {
        try {
            return new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException cause) {
            throw new IllegalStateException("make the issuer's key", cause);
        }
    }
}
