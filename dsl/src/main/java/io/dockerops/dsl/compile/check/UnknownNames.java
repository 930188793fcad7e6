package io.dockerops.dsl.compile.check;

import io.dockerops.dsl.compile.check.Blocks.Block;
import io.dockerops.engine.problem.Suggest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.GenericsType;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.PropertyNode;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCall;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.transform.stc.TypeCheckingContext;
import org.jspecify.annotations.Nullable;

/** Words for names that do not exist, or not where they are used, with what was probably meant. */
final class UnknownNames {

    private static final Pattern UNQUOTED = Pattern.compile("[\\w./:@+-]+(?: --?[\\w./:=-]+)*");
    private static final int LISTED = 10;
    /** What Groovy adds to lists, texts and maps, as far as it is worth suggesting. */
    private static final List<String> GROOVY = List.of(
            "each",
            "eachWithIndex",
            "collect",
            "collectEntries",
            "find",
            "findAll",
            "any",
            "every",
            "join",
            "size",
            "sort",
            "sum",
            "first",
            "last",
            "unique",
            "times",
            "upto",
            "toInteger",
            "withIndex",
            "plus",
            "minus");

    private final Language language;
    private final Findings findings;
    private final Declared declared;

    UnknownNames(Language language, Findings findings, Declared declared) {
        this.language = language;
        this.findings = findings;
        this.declared = declared;
    }

    /** A word that no block has. */
    void word(String name, ASTNode place, Optional<Block> here, List<MethodNode> functions) {
        if (here.isEmpty()) {
            findings.error(place, "there is no function `" + name + "`", hints(Suggest.hint(name, names(functions))));
            return;
        }
        Block block = here.get();
        String summary = "there is no word `" + name + "`" + (block.top() ? "" : " in " + block.described());
        Set<String> near = new LinkedHashSet<>(block.words().keySet());
        near.addAll(names(functions));
        language.blocks().top().words().values().stream()
                .flatMap(List::stream)
                .filter(Blocks::everywhere)
                .forEach(word -> near.add(word.getName()));
        Optional<String> hint = knownAs(name, block)
                .or(() -> Suggest.hint(name, near))
                .or(() -> otherBlock(name, place))
                .or(() -> listed(block));
        findings.error(place, summary, hints(hint));
    }

    /** What somebody means who knows the word from another tool. */
    private static Optional<String> knownAs(String name, Block here) {
        return here.knownAs(name).map(word -> "did you mean `" + word + "`?");
    }

    private Optional<String> otherBlock(String name, ASTNode place) {
        if (declared.visibleAt(place).contains(name)) {
            return Optional.of("`" + name + "` is a variable, and cannot be called");
        }
        return language.blocks()
                .knownAs(name)
                .or(() -> Suggest.nearest(name, language.blocks().words()))
                .map(near -> "did you mean `" + near + "`, which belongs "
                        + home(language.blocks().with(near)) + "?");
    }

    /** {@code into a service block}, {@code to the top level of the file}. */
    private static String home(List<Block> blocks) {
        boolean top = blocks.stream().anyMatch(Block::top);
        return (top ? "to " : "into ") + Blocks.described(blocks);
    }

    private static Optional<String> listed(Block block) {
        if (block.top() || block.words().size() > LISTED) {
            return Optional.empty();
        }
        return Optional.of("it has "
                + block.words().keySet().stream().map(UnknownNames::quote).collect(Collectors.joining(", ")));
    }

    /** A word in a static function, which has nobody to speak to. */
    void inStatic(String name, ASTNode place) {
        findings.error(place, "a static function cannot use the word " + quote(name), "leave `static` away");
    }

    /** A word of another block. */
    void misplaced(String name, ASTNode place, Block here, List<Block> elsewhere) {
        boolean top = elsewhere.stream().anyMatch(Block::top);
        String there = Blocks.described(elsewhere);
        String summary = "the word `" + name + "` belongs " + home(elsewhere);
        String not = there.equals(here.described()) ? " of another kind" : ", not into " + here.described();
        List<String> hints = new ArrayList<>();
        knownAs(name, here).ifPresent(hints::add);
        hints.add((hints.isEmpty() ? "" : "or ")
                + (top ? "end the " + here.opener() + " block before it" : "write it inside " + openers(elsewhere)));
        findings.error(place, here.top() ? summary : summary + not, hints);
    }

    /** How each of {@code blocks} is opened; where a word opens it in several forms, by the shortest one. */
    private static String openers(List<Block> blocks) {
        Map<String, String> forms = new LinkedHashMap<>();
        for (Block block : blocks) {
            forms.merge(block.opener(), block.form(), (one, other) -> one.length() <= other.length() ? one : other);
        }
        return forms.values().stream().map(UnknownNames::quote).collect(Collectors.joining(" or "));
    }

    /** A variable that is not declared. Gives the whole argument, when that is probably a text without quotes. */
    Optional<Expression> variable(VariableExpression variable, TypeCheckingContext context) {
        String name = variable.getName();
        if (context.isTargetOfEnclosingAssignment(variable)) {
            assigned(variable, context.getEnclosingBinaryExpression());
            return Optional.empty();
        }
        Optional<MethodNode> function = declared.hiddenBy(name, variable);
        if (function.isPresent()) {
            findings.error(
                    variable,
                    "the function `" + function.get().getName() + "` cannot see the variable `" + name + "`",
                    "give it to the function as an argument");
            return Optional.empty();
        }
        List<String> hints = new ArrayList<>();
        Suggest.hint(name, declared.visibleAt(variable)).ifPresent(hints::add);
        if (hints.isEmpty() && !language.blocks().with(name).isEmpty()) {
            return word(variable, context.getEnclosingBinaryExpression());
        }
        Optional<Expression> unquoted = unquoted(variable, context);
        unquoted.flatMap(findings::text)
                .ifPresent(text ->
                        hints.add((hints.isEmpty() ? "" : "or ") + "if it is text, put it in quotes: '" + text + "'"));
        findings.error(variable, "there is no variable " + quote(name), hints);
        return unquoted;
    }

    /** {@code command -v}: Groovy reads a difference. */
    private Optional<Expression> word(VariableExpression word, @Nullable BinaryExpression around) {
        String line = findings.source().line(word.getLineNumber());
        boolean first = line.substring(0, word.getColumnNumber() - 1).matches("(.*[{;])?\\s*");
        findings.error(
                word,
                quote(word.getName()) + " is a word and gives no value",
                first ? List.of("if text follows it, put that in quotes") : List.of());
        return Optional.ofNullable(around);
    }

    private void assigned(VariableExpression variable, BinaryExpression assignment) {
        String name = variable.getName();
        Optional<String> value = findings.text(assignment.getRightExpression());
        if (!language.blocks().with(name).isEmpty()) {
            findings.error(
                    variable,
                    quote(name) + " is a word, and nothing can be assigned to it",
                    "write `" + name + " " + value.orElse("…") + "`, without `=`");
        } else {
            List<String> hints = new ArrayList<>();
            Suggest.hint(name, declared.visibleAt(variable)).ifPresent(hints::add);
            hints.add((hints.isEmpty() ? "" : "or ") + "declare it: `def " + name + " = " + value.orElse("…") + "`");
            findings.error(variable, "there is no variable " + quote(name), hints);
        }
    }

    /** The whole argument, when the variable is the first name in it: {@code registry.example.org/shop}. */
    private Optional<Expression> unquoted(VariableExpression variable, TypeCheckingContext context) {
        if (!(context.getEnclosingMethodCall() instanceof MethodCall call)
                || !(call.getArguments() instanceof TupleExpression arguments)) {
            return Optional.empty();
        }
        return arguments.getExpressions().stream()
                .filter(argument -> argument.getLineNumber() == variable.getLineNumber()
                        && argument.getColumnNumber() == variable.getColumnNumber())
                .filter(argument -> findings.text(argument)
                        .filter(text -> UNQUOTED.matcher(text).matches())
                        .isPresent())
                .findFirst();
    }

    /** A property that a value does not have. */
    void property(PropertyExpression property, ClassNode owner) {
        String name = property.getPropertyAsString();
        if (ClassHelper.isNumberType(owner) || owner.isDerivedFrom(ClassHelper.Number_TYPE)) {
            Optional<String> hint = Suggest.hint(name, language.units())
                    .or(() -> Optional.of("there are "
                            + language.units().stream().map(UnknownNames::quote).collect(Collectors.joining(", "))));
            findings.error(property.getProperty(), "there is no unit " + quote(name), hints(hint));
            return;
        }
        findings.error(
                property.getProperty(),
                subject(owner) + " has no " + quote(name),
                hints(Suggest.hint(name, members(owner))));
    }

    /** A method that a value does not have. */
    void member(String name, ASTNode place, ClassNode owner, MethodCall call) {
        if (name.equals("call")
                && call instanceof MethodCallExpression explicit
                && explicit.getObjectExpression() instanceof VariableExpression variable) {
            boolean hides = !language.blocks().with(variable.getName()).isEmpty();
            findings.error(
                    variable,
                    quote(variable.getName()) + " is " + language.terms().name(owner) + ", and cannot be called",
                    hides ? List.of("the variable hides the word: give it another name") : List.of());
            return;
        }
        findings.error(place, subject(owner) + " has no " + quote(name), hints(Suggest.hint(name, members(owner))));
    }

    /** {@code a service}; for a class itself its name. */
    private String subject(ClassNode owner) {
        GenericsType[] arguments = owner.getGenericsTypes();
        if (owner.equals(ClassHelper.CLASS_Type) && arguments != null && arguments.length == 1) {
            return quote(arguments[0].getType().getNameWithoutPackage());
        }
        return language.terms().name(ClassHelper.getWrapper(owner));
    }

    private static Collection<String> members(ClassNode owner) {
        Set<String> members = new LinkedHashSet<>();
        for (ClassNode type = owner; type != null; type = type.getSuperClass()) {
            type.getProperties().stream().map(PropertyNode::getName).forEach(members::add);
            type.getMethods().stream()
                    .filter(MethodNode::isPublic)
                    .map(MethodNode::getName)
                    .forEach(members::add);
        }
        members.addAll(GROOVY);
        return members;
    }

    private static List<String> names(List<MethodNode> functions) {
        return functions.stream().map(MethodNode::getName).toList();
    }

    private static String quote(String name) {
        return "`" + name + "`";
    }

    private static List<String> hints(Optional<String> hint) {
        return hint.map(List::of).orElse(List.of());
    }
}
