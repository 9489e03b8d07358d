package yunhe.gatherings;

import yunhe.core.activity.Activity;
import yunhe.web.Body;
import yunhe.web.Problem;
import yunhe.web.Reply;
import yunhe.web.Request;

/** The activity's page again, with what was typed and what is wrong with it. */
@FunctionalInterface
interface FormPage {

    Reply refused(Request request, Activity activity, Body typed, Problem problem);
}
