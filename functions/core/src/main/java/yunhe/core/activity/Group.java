package yunhe.core.activity;

import java.util.Optional;
import yunhe.core.shared.Bilingual;

/** People with places of their own: women and men of a mixer, locals and visitors of a conference. */
public record Group(String id, Bilingual title, int capacity, Optional<Approval> approval) {

    public static final int CAPACITY_MAX = 100_000;
    public static final int GROUPS_MAX = 20;
}
