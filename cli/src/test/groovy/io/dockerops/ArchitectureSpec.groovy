package io.dockerops

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices

import com.tngtech.archunit.base.DescribedPredicate
import com.tngtech.archunit.core.domain.JavaAccess
import com.tngtech.archunit.core.domain.JavaClass
import com.tngtech.archunit.core.domain.JavaClasses
import com.tngtech.archunit.core.importer.ClassFileImporter
import com.tngtech.archunit.core.importer.ImportOption
import com.tngtech.archunit.lang.ArchCondition
import com.tngtech.archunit.lang.ArchRule
import com.tngtech.archunit.lang.ConditionEvents
import com.tngtech.archunit.lang.SimpleConditionEvent
import org.jspecify.annotations.NullMarked
import spock.lang.Specification

/**
 * Who may import whom, and what may be called where.
 *
 * Every rule is built for a base package, so that the same rule runs on the product ({@code io.dockerops}) and on the
 * small wrong classes under {@code seeded}, which show that it can fail.
 */
class ArchitectureSpec extends Specification {

    private static final List<String> DOCKER_JAVA = ['com.github.dockerjava..', 'com.fasterxml.jackson..']
    private static final List<String> JACKSON_STREAMS = ['com.fasterxml.jackson.core..']
    private static final List<String> GROOVY = ['groovy..', 'org.codehaus.groovy..', 'org.apache.groovy..']

    /** What every package may import. */
    private static final List<String> EVERYWHERE = ['java..', 'javax..', 'org.jspecify..']

    /**
     * Package, the packages that it may import beside itself, its libraries. A row holds for subpackages too.
     * A package that stands neither here nor among the doors may not exist.
     */
    private static final List<List> LAYERS = [
        ['engine.problem', [], []],
        ['engine.graph',   [], []],
        ['engine.json',    [], JACKSON_STREAMS],
        ['engine.model',   ['engine.problem'], []],
        ['engine.port',    ['engine.model', 'engine.problem'], []],
        ['engine.state',   ['engine.model', 'engine.problem', 'engine.port', 'engine.json'], []],
        ['engine.plan',    ['engine.model', 'engine.problem', 'engine.port', 'engine.state', 'engine.graph', 'engine.json'],
                           []],
        ['engine.execute', ['engine.model', 'engine.problem', 'engine.plan', 'engine.graph', 'engine.port'], []],
        ['engine.archive', ['engine.model', 'engine.problem', 'engine.port'], []],
        ['engine.docker',  ['engine.model', 'engine.problem', 'engine.port', 'engine.json', 'engine.archive'], DOCKER_JAVA],
        ['engine.swarm',   ['engine.model', 'engine.problem', 'engine.port', 'engine.json'], DOCKER_JAVA],
        ['engine.ssh',     ['engine.model', 'engine.problem', 'engine.port'], ['com.jcraft.jsch..']],
        ['engine.keys',    ['engine.model', 'engine.problem', 'engine.port', 'engine.ssh'], []],
        ['engine.fake',    ['engine.model', 'engine.problem', 'engine.port', 'engine.dockerfile'], []],
        ['engine.machine', ['engine.model', 'engine.problem', 'engine.port'], []],
        ['engine.dockerfile', ['engine.model', 'engine.problem', 'engine.port'], []],
        ['engine.rootfs',  ['engine.model', 'engine.problem', 'engine.port', 'engine.archive', 'engine.dockerfile',
                            'engine.machine'], []],
        ['engine.local',   ['engine.model', 'engine.problem', 'engine.port', 'engine.machine'], []],
        ['engine.bundle',  ['engine.model', 'engine.problem', 'engine.port', 'engine.plan'], []],
        ['engine.dns',     ['engine.model', 'engine.problem', 'engine.port'], ['org.xbill.DNS..']],
        ['engine.yaml',    ['engine.model', 'engine.problem', 'engine.port', 'engine.plan'], ['org.yaml.snakeyaml..']],
        ['engine.folder',  ['engine.model', 'engine.problem', 'engine.yaml', 'engine.dockerfile', 'engine.port'], []],
        ['dsl.words',      ['engine.model', 'engine.problem', 'engine.plan'], GROOVY],
        ['dsl.build',      ['dsl.words', 'engine.model', 'engine.problem', 'engine.plan'], GROOVY],
        ['dsl.compile',    ['dsl.words', 'engine.problem'], GROOVY],
        ['dsl.library',    ['dsl.compile', 'engine.machine', 'engine.port', 'engine.problem'], []],
        ['dsl.write',   ['engine.model'], []],
        // The last seven are what the composition puts together; nothing else of the command line names them.
        ['cli',            ['engine', 'engine.problem', 'engine.model', 'engine.port', 'engine.state', 'engine.plan',
                            'engine.execute', 'engine.json', 'dsl',
                            'engine.docker', 'engine.rootfs', 'engine.local', 'engine.machine', 'engine.dns', 'engine.fake', 'engine.keys'],
                           ['picocli..']],
    ]

    /** The doors stand above their subpackages: package, the packages that it may import beside itself. */
    private static final List<List> DOORS = [
        ['engine', ['engine.*']],
        ['dsl',    ['dsl.*', 'engine.problem', 'engine.model', 'engine.plan', 'engine.yaml.map', 'engine.yaml.tree', 'engine.folder']],
    ]

    /**
     * What these packages make is printed, hashed or compared, so its order may not change between runs. A HashMap to
     * look something up is no harm; that nobody iterates over one is for the reader to see.
     */
    private static final List<String> ORDERED = ['engine.model', 'engine.graph', 'engine.state', 'engine.plan']

    /** Same input, same plan: these packages ask neither the clock nor the machine. */
    private static final List<String> PURE = ['engine.graph', 'engine.plan']

    private static final JavaClasses PRODUCT = new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests())
        .importPackages('io.dockerops')

    private static final JavaClasses SEEDED = new ClassFileImporter().importPackages('seeded')

    def "the classes of #module are looked at"() {
        expect:
        PRODUCT.any { it.packageName == "io.dockerops.$module" || it.packageName.startsWith("io.dockerops.$module.") }

        where:
        module << ['engine', 'dsl', 'cli']
    }

    def "#layer imports only what its row allows"() {
        expect:
        importRule('io.dockerops', layer, imports, libraries).check(PRODUCT)

        where:
        [layer, imports, libraries] << LAYERS
    }

    def "the door #door imports only what its row allows"() {
        expect:
        doorRule('io.dockerops', door, imports).check(PRODUCT)

        where:
        [door, imports] << DOORS
    }

    def "rule: #name"() {
        expect:
        rule.call('io.dockerops').check(PRODUCT)

        where:
        name                                         | rule
        'packages have no cycles'                    | this.&noCycles
        'every package stands in the table'          | this.&listedPackages
        'only cli prints or exits'                   | this.&onlyCliPrints
        'what is compared keeps its order'           | this.&keepsOrder
        'planning asks neither clock nor machine'    | this.&pure
        'no class is named after nothing'            | this.&names
        'every package is null-marked'               | this.&nullMarked
    }

    def "a forbidden import is reported: #wrong"() {
        given:
        def (layer, imports, libraries) = LAYERS.find { it[0] == wrong.take(wrong.lastIndexOf('.')) }

        expect:
        reports(importRule('seeded', layer, imports, libraries), "seeded.$wrong")

        where:
        wrong << ['engine.problem.ImportsUpwards', 'engine.model.SeesDockerJava', 'engine.port.SeesGroovy',
                  'cli.BypassesTheDoor']
    }

    def "a forbidden import of a door is reported"() {
        given:
        def (door, imports) = DOORS.find { it[0] == 'dsl' }

        expect:
        reports(doorRule('seeded', door, imports), 'seeded.dsl.SeesTheExecutor')
    }

    def "a seeded violation is reported: #wrong"() {
        expect:
        reports(rule.call('seeded'), wrong)

        where:
        wrong                                          | rule
        'seeded.engine.graph.HalfOfACycle'             | this.&noCycles
        'seeded.engine.common.Stray'                   | this.&listedPackages
        'seeded.engine.port.Prints'                    | this.&onlyCliPrints
        'seeded.engine.port.PrintsByReference'         | this.&onlyCliPrints
        'seeded.engine.port.Exits'                     | this.&onlyCliPrints
        'seeded.engine.port.DumpsStack'                | this.&onlyCliPrints
        'seeded.engine.model.CopiesMap'                | this.&keepsOrder
        'seeded.engine.model.CopiesSetByReference'     | this.&keepsOrder
        'seeded.engine.model.CollectsToSet'            | this.&keepsOrder
        'seeded.engine.model.CollectsToMap'            | this.&keepsOrder
        'seeded.engine.model.ListsInASet'              | this.&keepsOrder
        'seeded.engine.plan.ReadsTheClock'             | this.&pure
        'seeded.engine.plan.ReadsFiles'                | this.&pure
        'seeded.engine.plan.PlanHelper'                | this.&names
        'seeded.engine.plan.PlanUtils'                 | this.&names
        'seeded.engine.plan.PlanManager'               | this.&names
        'seeded.engine.plan.PlanImpl'                  | this.&names
        'seeded.engine.plan.IPlan'                     | this.&names
        'seeded.engine.plan'                           | this.&nullMarked
    }

    def "what is allowed is not reported: #allowed"() {
        expect:
        !reports(rule.call('seeded'), allowed)

        where:
        allowed                            | rule
        'seeded.engine.model.KeepsOrder'   | this.&keepsOrder
        'seeded.cli.MayPrint'              | this.&onlyCliPrints
        'seeded.engine.model.IPv4Range'    | this.&names
    }

    private static boolean reports(ArchRule rule, String name) {
        rule.evaluate(SEEDED).failureReport.details.any { it =~ /\b\Q$name\E\b/ }
    }

    private static ArchRule importRule(String base, String layer, List<String> imports, List<String> libraries) {
        def own = [inside(base, layer)]
        def others = imports.collect { DOORS*.get(0).contains(it) ? "$base.$it".toString() : inside(base, it) }
        classes().that().resideInAnyPackage(own as String[])
            .should().onlyDependOnClassesThat().resideInAnyPackage((own + others + libraries + EVERYWHERE) as String[])
            .allowEmptyShould(true)
    }

    private static ArchRule doorRule(String base, String door, List<String> imports) {
        def own = ["$base.$door".toString()]
        def others = imports.collect { inside(base, it - '.*') }
        classes().that().resideInAnyPackage(own as String[])
            .should().onlyDependOnClassesThat().resideInAnyPackage((own + others + EVERYWHERE) as String[])
            .allowEmptyShould(true)
    }

    private static ArchRule noCycles(String base) {
        slices().matching("$base.(**)").should().beFreeOfCycles().allowEmptyShould(true)
    }

    private static ArchRule listedPackages(String base) {
        def listed = LAYERS.collect { inside(base, it[0]) } + DOORS.collect { "$base.${it[0]}".toString() }
        classes().should().resideInAnyPackage(listed as String[])
    }

    private static ArchRule onlyCliPrints(String base) {
        noClasses().that().resideOutsideOfPackage(inside(base, 'cli'))
            .should().accessTargetWhere(access('prints or exits') { type, name, parameters ->
                type == 'java.lang.System' && name in ['out', 'err', 'exit']
                    || type == 'java.lang.Runtime' && name in ['exit', 'halt']
                    || type == 'java.lang.Thread' && name == 'dumpStack'
                    || name == 'printStackTrace' && !parameters
            })
            .allowEmptyShould(true)
    }

    private static ArchRule keepsOrder(String base) {
        noClasses().that().resideInAnyPackage(ORDERED.collect { inside(base, it) } as String[])
            .should().accessTargetWhere(access('makes a collection of changing order') { type, name, parameters ->
                switch ("$type.$name".toString()) {
                    case ['java.util.Map.copyOf', 'java.util.Set.copyOf', 'java.util.Map.ofEntries']: return true
                    case 'java.util.Map.of': return parameters.size() > 2
                    case 'java.util.Set.of': return parameters.size() > 1 || parameters.any { it.array }
                    case 'java.util.stream.Collectors.toMap': return parameters.size() < 4
                    case 'java.util.stream.Collectors.groupingBy': return parameters.size() < 3
                    case ['java.util.stream.Collectors.toSet', 'java.util.stream.Collectors.toUnmodifiableSet',
                          'java.util.stream.Collectors.toUnmodifiableMap']: return true
                    default: return false
                }
            })
            .because('its order reaches plans, hashes and labels: use LinkedHashMap, LinkedHashSet or List.copyOf')
            .allowEmptyShould(true)
    }

    private static ArchRule pure(String base) {
        noClasses().that().resideInAnyPackage(PURE.collect { inside(base, it) } as String[])
            .should().accessTargetWhere(access('asks the clock or the machine') { type, name, parameters ->
                type == 'java.lang.System' && name in ['currentTimeMillis', 'nanoTime', 'getenv', 'getProperty']
                    || type.startsWith('java.time.') && name == 'now'
                    || type in ['java.nio.file.Files', 'java.io.File', 'java.util.Random', 'java.util.UUID']
                    || type.startsWith('java.nio.channels.')
                    || type.startsWith('java.net.') && type != 'java.net.URI'
            })
            .allowEmptyShould(true)
    }

    private static ArchRule names(String base) {
        noClasses().that().resideInAPackage("$base..")
            .should().haveNameMatching(/.*[.$](\w*(Utils?|Helpers?|Manager|Impl)|I(?!Pv[46])[A-Z][a-z]\w*)/)
            .because('a name says what the thing is')
    }

    private static ArchRule nullMarked(String base) {
        def condition = new ArchCondition<JavaClass>('lie in a null-marked package') {
            @Override
            void check(JavaClass type, ConditionEvents events) {
                def marked = type.getPackage().isAnnotatedWith(NullMarked)
                events.add(new SimpleConditionEvent(type, marked, "$type.packageName has no @NullMarked package-info"))
            }
        }
        classes().that().resideInAPackage("$base..").should(condition)
    }

    private static String inside(String base, String name) {
        "$base.$name..".toString()
    }

    private static DescribedPredicate<JavaAccess<?>> access(String description, Closure<Boolean> matches) {
        new DescribedPredicate<JavaAccess<?>>(description) {
            @Override
            boolean test(JavaAccess<?> access) {
                def parameters = access.target.respondsTo('getRawParameterTypes') ? access.target.rawParameterTypes : []
                matches.call(access.targetOwner.name, access.target.name, parameters)
            }
        }
    }
}
