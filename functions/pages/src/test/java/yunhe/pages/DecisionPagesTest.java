package yunhe.pages;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import yunhe.core.shared.Language;

class DecisionPagesTest {

    @Test
    void an_open_offer_says_until_when_and_has_both_buttons() {
        var zh = page("manage-offered-open", Language.ZH);
        var en = page("manage-offered-open", Language.EN);

        assertTrue(zh.contains("11月24日 星期二 14:00"), zh);
        assertTrue(en.contains("Tuesday, 24 November, 14:00"), en);
        for (var page : new String[] {zh, en}) {
            assertTrue(page.contains("/accept?token="));
            assertTrue(page.contains("/decline?token="));
            assertFalse(page.contains("/cancel?token="), "declining is the one way out");
        }
    }

    @Test
    void an_offer_that_ran_out_has_no_button_though_nobody_noticed_yet() {
        var page = page("manage-offered-lapsed", Language.EN);

        assertTrue(page.contains("Expired"));
        assertFalse(page.contains("/accept?token="));
        assertFalse(page.contains("/change?token="));
    }

    @Test
    void a_rejected_one_and_a_cancelled_one_read_the_organisers_reason() {
        for (var name : new String[] {"manage-rejected-reason", "manage-cancelled-reason"}) {
            assertTrue(page(name, Language.ZH).contains("下个月的场次欢迎再来"), name);
            assertTrue(page(name, Language.EN).contains("Do join us next month"), name);
        }
    }

    @Test
    void who_changes_an_approved_registration_is_told_before_that_it_is_reviewed_again() {
        assertTrue(page("manage-confirmed-review", Language.EN).contains("is reviewed again"));
        assertFalse(page("manage-confirmed", Language.EN).contains("is reviewed again"));
    }

    @Test
    void a_form_says_that_sign_ups_are_reviewed_where_they_are() {
        assertTrue(page("gathering-review", Language.ZH).contains("报名需经主办方审核"));
        assertFalse(page("gathering-open", Language.ZH).contains("审核"));
    }

    private static String page(String name, Language language) {
        return AllPages.in(language).get(name);
    }
}
