package org.tieline.api.change;

/** A step in the life of a change. */
public enum Move {
    /** Asks the change authority for approval. */
    SUBMIT,
    /** Takes it back into a draft. */
    WITHDRAW,
    /** Comes of the votes; cannot be asked for. */
    APPROVE,
    /** Comes of a vote; cannot be asked for. */
    REFUSE,
    /** Asks for approval again; comes of editing what was approved and cannot be asked for. */
    RETURN,
    /** Puts it into the change schedule. */
    SCHEDULE,
    START,
    HOLD,
    RESUME,
    BACK_OUT,
    /** Ends the work, after which it is reviewed. */
    FINISH,
    CLOSE,
    CANCEL;

    /** False for what is a consequence of something else. */
    public boolean canBeAskedFor() {
        return this != APPROVE && this != REFUSE && this != RETURN;
    }
}
