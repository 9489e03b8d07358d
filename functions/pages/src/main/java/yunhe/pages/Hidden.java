package yunhe.pages;

/** Something that goes along with a form and is not shown. */
record Hidden(String name, String value) {}
