package yunhe.tests;

/** Sample questions for drafts, with single quotes. */
final class Questions {

    static final String DIET =
            "{'id':'diet','type':'choice','label':{'zh':'饮食','en':'Diet'},'options':['none','vegetarian'],'required':true}";

    static final String[] OF_EVERY_TYPE = {
        "{'id':'note','type':'text','label':{'zh':'备注','en':'Note'},'maxLength':20}",
        "{'id':'years','type':'number','label':{'zh':'工作年限','en':'Years of work'},'min':0,'max':40}",
        "{'id':'diet','type':'choice','label':{'zh':'饮食','en':'Diet'},'options':['none','vegetarian']}",
        "{'id':'topics','type':'choices','label':{'zh':'话题','en':'Topics'},'options':['ai','health','city']}",
        "{'id':'since','type':'date','label':{'zh':'来杭日期','en':'Here since'}}",
        "{'id':'first','type':'yesno','label':{'zh':'第一次参加','en':'First time'}}",
        "{'id':'backup','type':'phone','label':{'zh':'备用电话','en':'Another phone'}}",
        "{'id':'work','type':'email','label':{'zh':'工作邮箱','en':'E-mail at work'}}"
    };

    private Questions() {}
}
