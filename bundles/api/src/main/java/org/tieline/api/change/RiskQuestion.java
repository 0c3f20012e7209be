package org.tieline.api.change;

/** The short questionnaire on the risk of a change. */
public enum RiskQuestion {
    CALLS(
            "What happens to calls while it runs?",
            "Nothing",
            "They are slower or take another way",
            "Some cannot be taken here"),
    EXPERIENCE("Has this been done before?", "Often, here", "Once, or elsewhere", "Never"),
    TRIAL("Was it tried outside the live floor?", "Yes, all of it", "In part", "No"),
    WAY_BACK(
            "How would it be backed out?",
            "Quick, and tried",
            "Slow, or never tried",
            "There is none"),
    REACH("Who feels it if it goes wrong?", "One position", "The floor", "Other centers too");

    private final String question;
    private final String low;
    private final String medium;
    private final String high;

    RiskQuestion(String question, String low, String medium, String high) {
        this.question = question;
        this.low = low;
        this.medium = medium;
        this.high = high;
    }

    /** The question as people read it. */
    public String question() {
        return question;
    }

    /** What an answer means here, as people read it. */
    public String meaning(RiskAnswer answer) {
        return switch (answer) {
            case LOW -> low;
            case MEDIUM -> medium;
            case HIGH -> high;
        };
    }
}
