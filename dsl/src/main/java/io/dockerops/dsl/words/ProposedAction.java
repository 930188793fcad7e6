package io.dockerops.dsl.words;

/** One action of a plan, as policies see it. */
public interface ProposedAction {

    /** Its number in the plan. */
    int getNumber();

    /** What is done, such as {@code StopContainer}; the word that plans show. */
    String getVerb();

    /** What is done beyond that, such as the command that is run; empty for most. */
    String getDetail();

    /** Why, as plans show it, such as {@code image changed}. */
    String getCause();

    /** The name of the host. */
    String getHost();

    /** What it is about: {@code instance}, {@code network}, {@code volume} or {@code image}. */
    String getKind();

    /** The name of what it is about, such as {@code web.one}. */
    String getName();

    /** The name of the service whose instance it is about; empty when it is about something else. */
    String getService();

    /** Whether it makes something. */
    boolean isCreation();

    /** Whether it removes something. */
    boolean isRemoval();

    /** Whether it stops a container. */
    boolean isStop();
}
