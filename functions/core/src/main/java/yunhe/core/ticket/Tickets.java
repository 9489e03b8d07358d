package yunhe.core.ticket;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.jspecify.annotations.Nullable;
import yunhe.core.activity.RegistrationId;
import yunhe.core.lodging.StayId;
import yunhe.core.shared.Base64Url;
import yunhe.core.shared.Secrets;
import yunhe.core.shared.Subject;

/**
 * Tickets: version, key id and the id of a registration or a stay, signed with Ed25519 (RFC 8032). {@value #BYTES}
 * bytes, 120 characters as base64url, so that a QR code with the deployment's address in front stays at version 10 or
 * below. A door can verify one with the public key alone; whether it admits is decided elsewhere.
 */
public final class Tickets {

    static final byte VERSION = 1;

    /** The version says of which sort the id is that follows. */
    static final byte STAY_VERSION = 2;

    static final int SIGNED_BYTES = 2 + Subject.ID_BYTES;
    static final int BYTES = SIGNED_BYTES + 64;

    private final List<LazyKey> keys;

    public Tickets(List<Secrets> signing) {
        this.keys = signing.stream()
                .map(secret -> new LazyKey(secret.derive("ticket")))
                .toList();
    }

    /** The same registration or stay always has the same ticket. */
    public String ticketFor(Subject subject) {
        var key = keys.getFirst().get();
        var signed = ByteBuffer.allocate(SIGNED_BYTES)
                .put(version(subject.sort()))
                .put(key.id())
                .put(subject.bytes())
                .array();
        return Base64Url.encode(
                ByteBuffer.allocate(BYTES).put(signed).put(key.sign(signed)).array());
    }

    private static byte version(Subject.Sort sort) {
        return switch (sort) {
            case REGISTRATION -> VERSION;
            case STAY -> STAY_VERSION;
        };
    }

    /** What a ticket was made for, or empty when it is forged, cut or damaged. */
    public Optional<TicketFor> read(String ticket) {
        var bytes = Base64Url.decode(ofUrl(ticket.strip())).filter(it -> it.length == BYTES);
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        var signed = Arrays.copyOf(bytes.get(), SIGNED_BYTES);
        var signature = Arrays.copyOfRange(bytes.get(), SIGNED_BYTES, BYTES);
        boolean genuine = keys.stream()
                .map(LazyKey::get)
                .anyMatch(key -> key.id() == signed[1] && key.verifies(signed, signature));
        var id = Arrays.copyOfRange(signed, 2, SIGNED_BYTES);
        return genuine ? of(signed[0], id) : Optional.empty();
    }

    private static Optional<TicketFor> of(byte version, byte[] id) {
        return switch (version) {
            case VERSION -> RegistrationId.ofBytes(id).map(TicketFor.Registration::new);
            case STAY_VERSION -> StayId.ofBytes(id).map(TicketFor.Stay::new);
            default -> Optional.empty();
        };
    }

    /** The registration a ticket was made for; empty also when it was made for a stay. */
    public Optional<RegistrationId> verify(String ticket) {
        return read(ticket)
                .flatMap(it -> it instanceof TicketFor.Registration(var id) ? Optional.of(id) : Optional.empty());
    }

    /** A ticket may be given as the address its QR code holds; the ticket is its last part. */
    public static String ofUrl(String ticketOrUrl) {
        int end = ticketOrUrl.length();
        int query = ticketOrUrl.indexOf('?');
        int fragment = ticketOrUrl.indexOf('#');
        end = query >= 0 ? Math.min(end, query) : end;
        end = fragment >= 0 ? Math.min(end, fragment) : end;
        var path = ticketOrUrl.substring(0, end);
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** What a door without network needs to verify tickets. */
    public List<PublishedKey> publishedKeys() {
        return keys.stream().map(LazyKey::get).map(Key::published).toList();
    }

    /** @param publicKey the 32 bytes of RFC 8032, as base64url */
    public record PublishedKey(String kid, String publicKey) {}

    /** Made when it is first needed: the idle one of two keys need not slow a start. */
    private static final class LazyKey {
        private final byte[] seed;
        private volatile @Nullable Key key;

        LazyKey(byte[] seed) {
            this.seed = seed;
        }

        /** Two threads may both make it; they make the same. */
        Key get() {
            var made = key;
            if (made == null) {
                made = Key.from(seed);
                key = made;
            }
            return made;
        }
    }

    /** Bouncy Castle, because the JDK takes some twenty times as long for a signature: decision 12. */
    private record Key(byte id, Ed25519PrivateKeyParameters privateKey, Ed25519PublicKeyParameters publicKey) {

        /** What stands before the 32 bytes of a key in its X.509 form (RFC 8410, section 4). */
        private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

        /** @param seed the 32 bytes that RFC 8032 calls the private key */
        static Key from(byte[] seed) {
            var privateKey = new Ed25519PrivateKeyParameters(seed);
            var publicKey = privateKey.generatePublicKey();
            try {
                var digest = MessageDigest.getInstance("SHA-256");
                digest.update(X509);
                return new Key(digest.digest(publicKey.getEncoded())[0], privateKey, publicKey);
            } catch (NoSuchAlgorithmException cause) {
                throw new IllegalStateException("SHA-256 is part of every Java", cause);
            }
        }

        byte[] sign(byte[] message) {
            var signer = new Ed25519Signer();
            signer.init(true, privateKey);
            signer.update(message, 0, message.length);
            return signer.generateSignature();
        }

        boolean verifies(byte[] message, byte[] signed) {
            var signer = new Ed25519Signer();
            signer.init(false, publicKey);
            signer.update(message, 0, message.length);
            return signer.verifySignature(signed);
        }

        PublishedKey published() {
            return new PublishedKey(Integer.toString(id & 0xFF), Base64Url.encode(publicKey.getEncoded()));
        }
    }
}
