package io.dockerops.dsl.words;

/**
 * The words in an {@code instance} block, which are those of a {@code service} block too. They are many, so they are
 * written down in groups.
 */
public interface InstanceWords
        extends ImageWords,
                ProcessWords,
                MountWords,
                CopyWords,
                ConnectionWords,
                RightsWords,
                SurroundingsWords,
                LifecycleWords,
                TypeWords {}
