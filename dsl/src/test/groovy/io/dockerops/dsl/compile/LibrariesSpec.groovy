package io.dockerops.dsl.compile

class LibrariesSpec extends TinySpecification {

    def "files in lib whose names begin with a capital letter are classes that the project can use"() {
        given:
        write('''\
            project Names.of('shop')
            include 'lib/db.groovy'
            ''')
        write('lib/db.groovy', "service(Names.of('db')) { }")
        write('lib/Names.groovy', '''\
            class Names {
                static String of(String name) { return Prefix.VALUE + name }
            }
            ''')
        write('lib/Prefix.groovy', "class Prefix { static final String VALUE = 'my-' }")

        expect:
        ran().said == ['project my-shop', 'service my-db']
    }

    def "a class may have a package, and its file stands in the package's folder"() {
        given:
        write('''\
            import org.example.Names
            project Names.of('shop')
            ''')
        write('lib/org/example/Names.groovy', '''\
            package org.example
            class Names {
                static String of(String name) { return name.toUpperCase() }
            }
            ''')

        expect:
        ran().said == ['project SHOP']
    }

    def "what is wrong with a class is a problem of its file"() {
        given:
        write("project 'shop'")
        write('lib/Names.groovy', '''\
            class Names {
                static String of(String name) {
                    return name.toUperCase()
                }
                int number() { return 'one' }
            }
            ''')

        expect:
        problems { load() } == '''\
            error: text has no `toUperCase`
             --> lib/Names.groovy:3:21
            3 |         return name.toUperCase()
              |                     ^^^^^^^^^^
              = did you mean `toUpperCase`?

            error: text is given where a whole number is needed
             --> lib/Names.groovy:5:27
            5 |     int number() { return 'one' }
              |                           ^^^^^'''.stripIndent(true)
    }

    def "words in a file of classes are refused"() {
        given:
        write("project 'shop'")
        write('lib/Db.groovy', "service('db') { }")

        expect:
        problems { load() }.startsWith('''\
            error: words stand in a file whose name begins with a capital letter
             --> lib/Db.groovy:1:1'''.stripIndent(true))
    }
}
