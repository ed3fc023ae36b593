package dev.lockproof.functional;

/** What every audited entity inherits. */
public abstract class Audited {

    private String changedBy;

    /**
     * Starts with who created it.
     *
     * @param changedBy who
     */
    protected Audited(String changedBy) {
        this.changedBy = changedBy;
    }

    /**
     * Gives who changed it last.
     *
     * @return who
     */
    public String getChangedBy() {
        return changedBy;
    }

    void changeBy(String by) {
        changedBy = by;
    }
}
