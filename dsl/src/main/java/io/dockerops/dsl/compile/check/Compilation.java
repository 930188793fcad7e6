package io.dockerops.dsl.compile.check;

import io.dockerops.dsl.compile.unit.CallSite;
import io.dockerops.dsl.compile.unit.Compiled;
import io.dockerops.dsl.compile.unit.CompiledUnit;
import io.dockerops.dsl.compile.unit.IncludeSite;
import io.dockerops.dsl.compile.unit.LibrarySite;
import io.dockerops.dsl.compile.unit.SourceText;
import io.dockerops.engine.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.codehaus.groovy.GroovyBugError;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.Phases;
import org.codehaus.groovy.control.SourceUnit;

/** One run of the Groovy compiler over one script, or over all classes beside the project. */
final class Compilation {

    /** What every Java that DockerOps runs on can load. */
    private static final String BYTECODE = "17";

    private final Language language;
    private final boolean script;
    private final CompilerUnit unit;
    private final Map<SourceUnit, Findings> findings = new LinkedHashMap<>();
    private final Map<ClassNode, Declared> unchecked = new LinkedHashMap<>();
    private final List<ClosureExpression> blocks = new ArrayList<>();
    private final List<CallSite> calls = new ArrayList<>();
    private final List<IncludeSite> includes = new ArrayList<>();

    Compilation(Language language, ClassLoader parent, List<SourceText> sources, boolean script) {
        this.language = language;
        this.script = script;
        this.unit = new CompilerUnit(configuration(), parent);
        for (SourceText source : sources) {
            String name = script
                    ? ScriptCompiler.SCRIPT_CLASS + ".groovy"
                    : source.file().toString();
            findings.put(unit.add(name, source.text()), new Findings(source));
        }
        unit.addPhaseOperation((source, generator, type) -> check(source, type), Phases.INSTRUCTION_SELECTION);
    }

    private CompilerConfiguration configuration() {
        CompilerConfiguration configuration = new CompilerConfiguration();
        configuration.setTargetBytecode(BYTECODE);
        configuration.setTolerance(Integer.MAX_VALUE);
        configuration.getOptimizationOptions().put(CompilerConfiguration.INVOKEDYNAMIC, false);
        configuration.setDisabledGlobalASTTransformations(Set.of("groovy.grape.GrabAnnotationTransformation"));
        configuration.setParameters(!script);
        if (script) {
            configuration.setScriptBaseClass(language.base().getName());
        }
        configuration.addCompilationCustomizers(language.imports());
        return configuration;
    }

    /** Parses only. */
    Compiled head() {
        List<LibrarySite> sites = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        if (through(Phases.CONVERSION)) {
            // What Groovy reads otherwise than it is meant is told when all is compiled.
            findings.forEach((source, found) -> checkLayout(source, new Findings(found.source())));
            findings.forEach((source, found) ->
                    sites.addAll(new LibrarySites(found, source.getAST().getClasses()).sites()));
            problems.addAll(problems());
        }
        return new Compiled(CompiledUnit.head(sites), problems);
    }

    Compiled run() {
        if (through(Phases.CONVERSION)) {
            findings.forEach(this::checkLayout);
            // A class that is not found must not hide a word that is not found.
            unit.deferErrors(true);
            through(Phases.SEMANTIC_ANALYSIS);
            findings.forEach(this::prepare);
            through(Phases.INSTRUCTION_SELECTION);
            unit.deferErrors(false);
        }
        if (problems().isEmpty()) {
            through(Phases.CLASS_GENERATION);
        }
        List<Problem> problems = problems();
        boolean fine = problems.isEmpty();
        return new Compiled(
                new CompiledUnit(
                        fine ? unit.made() : Map.of(),
                        fine ? unit.sourcesOf() : Map.of(),
                        fine ? unit.namesOf(blocks) : List.of(),
                        fine ? calls : List.of(),
                        includes,
                        List.of()),
                problems);
    }

    private void checkLayout(SourceUnit source, Findings found) {
        Layout layout = new Layout(language, found, source);
        if (script) {
            layout.script(source.getAST());
        } else {
            layout.classes(source.getAST());
        }
        PlainTexts texts = new PlainTexts(source);
        source.getAST().getClasses().forEach(texts::visitClass);
    }

    private void prepare(SourceUnit source, Findings found) {
        List<ClassNode> classes = source.getAST().getClasses();
        if (script) {
            CallSites sites = new CallSites(found);
            classes.forEach(sites::visitClass);
            calls.addAll(sites.calls());
            includes.addAll(sites.includes());
        }
        Declared declared = new Declared(classes);
        classes.forEach(type -> unchecked.put(type, declared));
    }

    private void check(SourceUnit source, ClassNode type) {
        Declared declared = unchecked.remove(type);
        Findings found = findings.get(source);
        if (declared == null || found == null || type.getOuterClass() != null) {
            return;
        }
        new Statements(language, found).visitClass(type);
        CheckedCompilation checked = new CheckedCompilation(unit, language, found, declared);
        checked.compile(type, source);
        checked.blocks().forEach(block -> Statements.checkBlock(block, found));
        blocks.addAll(checked.blocks());
    }

    /** Compiles through a phase; whether no mistake was found so far. */
    private boolean through(int phase) {
        try {
            unit.compile(phase);
        } catch (CompilationFailedException e) {
            // Its messages are in the collector.
        } catch (RuntimeException | LinkageError | GroovyBugError e) {
            // After a mistake the compiler may stumble over what is missing. Without one, it is our bug.
            if (unit.hasMessages() || !problems().isEmpty()) {
                return false;
            }
            throw e;
        }
        findings.forEach(unit::moveMessages);
        return problems().isEmpty();
    }

    private List<Problem> problems() {
        return findings.values().stream()
                .flatMap(found -> found.problems().stream())
                .toList();
    }
}
