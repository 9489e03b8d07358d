package yunhe.roadshow.programme;

import yunhe.core.roadshow.Pitch;

/** Puts a pitch on the paper: its number, its time, and who pitches what. */
final class Row {

    /** From one baseline to the next, in sizes of the smaller text. */
    private static final float LEADING = 1.42f;

    /** How much of the width sectors and stage may take from the organisation's name. */
    private static final float TAGS_MAX = 0.46f;

    private final Paper paper;
    private final Plan plan;
    private final Words words;
    private final Style number;
    private final Style time;
    private final Style name;
    private final Style tags;
    private final Style small;

    Row(Paper paper, Plan plan, Words words) {
        this.paper = paper;
        this.plan = plan;
        this.words = words;
        this.number = Style.regular(plan.nameSize(), Tint.SOFT);
        this.time = Style.bold(plan.nameSize(), Tint.WATER);
        this.name = Style.bold(plan.nameSize(), Tint.INK);
        this.tags = Style.regular(plan.smallSize(), Tint.WATER);
        this.small = Style.regular(plan.smallSize(), Tint.SOFT);
    }

    void put(Pitch pitch, float x, float top, float width) {
        float first = firstBaseline(top);
        float second = first - small.size() * LEADING;
        float numberEnd = x + number.width("00");
        float timeAt = numberEnd + plan.nameSize();
        float textAt = timeAt + time.width("00:00") + plan.nameSize() * 1.2f;
        paper.textUpTo(number, numberEnd, first, String.valueOf(pitch.position()));
        paper.text(time, timeAt, first, words.time(pitch.startsAt()));
        paper.text(small, timeAt, second, words.minutes(pitch));
        text(pitch, textAt, first, x + width - textAt);
    }

    private void text(Pitch pitch, float x, float first, float width) {
        float second = first - small.size() * LEADING;
        if (plan.hasThreeLines()) {
            paper.text(name, x, first, name.cut(pitch.organisation(), width));
            paper.text(tags, x, second, tags(pitch, width));
            paper.text(small, x, second - small.size() * LEADING, small.cut(words.about(pitch), width));
            return;
        }
        float gap = name.size();
        float nameWidth = Math.min(name.width(name.printable(pitch.organisation())), width);
        var shown = tags(pitch, Math.max(width * TAGS_MAX, width - nameWidth) - gap);
        paper.textUpTo(tags, x + width, first, shown);
        paper.text(name, x, first, name.cut(pitch.organisation(), width - tags.width(shown) - gap));
        paper.text(small, x, second, small.cut(words.about(pitch), width));
    }

    /** Of those that are too long the sectors are cut and never the stage, which is short and decides. */
    private String tags(Pitch pitch, float width) {
        var sectors = words.sectors(pitch);
        var stage = tags.printable(words.stage(pitch));
        var end = sectors.isEmpty() || stage.isEmpty() ? stage : Words.BETWEEN + stage;
        return tags.cut(sectors, width - tags.width(end)) + end;
    }

    /** So that the lines stand in the middle of the row. */
    private float firstBaseline(float top) {
        float ascent = name.size() * 0.76f;
        float lines = (plan.hasThreeLines() ? 2 : 1) * small.size() * LEADING;
        float descent = small.size() * 0.24f;
        return top - (plan.height() - ascent - lines - descent) / 2 - ascent;
    }
}
