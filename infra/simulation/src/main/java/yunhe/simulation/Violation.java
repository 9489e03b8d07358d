package yunhe.simulation;

/**
 * A rule that did not hold.
 *
 * @param rule its number in the list of rules, and what part of it
 */
record Violation(String rule, String what) {

    @Override
    public String toString() {
        return "rule " + rule + ": " + what;
    }
}
