package yunhe.notifications.message;

import java.util.Map;
import yunhe.core.activity.Activity;
import yunhe.core.activity.Group;
import yunhe.core.activity.Status;

/**
 * What a digest says about one activity. Numbers only: a group chat is no place for anybody's name.
 *
 * @param fresh new sign-ups by what has become of them
 * @param confirmed of all, as {@code waiting}
 */
public record DigestEntry(Activity activity, Map<Status, Integer> fresh, int confirmed, int waiting) {

    int total() {
        return fresh.values().stream().mapToInt(Integer::intValue).sum();
    }

    int capacity() {
        return activity.details().groups().stream().mapToInt(Group::capacity).sum();
    }
}
