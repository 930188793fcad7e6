package io.dockerops.dsl.compile;

import groovy.lang.Closure;
import groovy.lang.DelegatesTo;
import groovy.lang.Script;
import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
import io.dockerops.dsl.words.Everywhere;
import java.util.Map;

/** The top level of the tiny vocabulary. */
public abstract class TinyScript extends Script {

    private TinyProject project() {
        return (TinyProject) getBinding().getVariable("project");
    }

    public void project(String name) {
        project().say("project " + name);
    }

    public TinyWords.ServiceHandle service(
            String name,
            @DelegatesTo(value = TinyWords.ServiceWords.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        project().say("service " + name);
        project().block(block);
        return new TinyWords.ServiceHandle(name);
    }

    public void volume(
            @NamedParams({@NamedParam(value = "at", type = String.class, required = true)}) Map<String, ?> options,
            String name) {
        project().say("volume " + name + " " + options);
    }

    public void include(String path) {
        project().includes.include(path);
    }

    @Everywhere
    public String secret(String name) {
        return "secret " + name;
    }

    /** A word with a mistake of ours. */
    public void broken() {
        throw new IllegalStateException("a mistake of ours");
    }
}
