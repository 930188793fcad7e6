import java.time.Duration

/** The words in a {@code collector} block. */
class CollectorBlock {

    protected Duration kept = 360.hours

    /** What a block says. */
    static CollectorBlock read(
        @DelegatesTo(value = CollectorBlock, strategy = Closure.DELEGATE_FIRST) Closure<?> block
    ) {
        CollectorBlock said = new CollectorBlock()
        Closure<?> own = (Closure<?>) block.clone()
        own.delegate = said
        own.resolveStrategy = Closure.DELEGATE_FIRST
        own.call()
        return said
    }

    /** Sets how long metrics are kept; 15 days by default. */
    void retention(Duration time) {
        if (time.toHours() < 1) {
            throw new IllegalArgumentException("metrics are kept for an hour at least, not for ${Durations.text(time)}")
        }
        kept = time
    }
}
