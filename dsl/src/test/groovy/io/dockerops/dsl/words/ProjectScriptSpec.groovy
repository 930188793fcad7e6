package io.dockerops.dsl.words

import groovy.lang.DelegatesTo
import groovy.transform.NamedParam
import groovy.transform.NamedParams
import java.lang.reflect.Method
import java.lang.reflect.Parameter
import spock.lang.Specification

/** What the compiler reads stands on the class that scripts extend, exactly as on the interface that documents it. */
class ProjectScriptSpec extends Specification {

    def "scripts extend the words with their named arguments and blocks: #word.name(#word.parameterTypes.simpleName)"() {
        given:
        def spoken = ProjectScript.getMethod(word.name, word.parameterTypes)

        expect:
        spoken.declaringClass == ProjectScript
        spoken.returnType == word.returnType
        spoken.parameters*.name == word.parameters*.name
        spoken.parameters.collect { said(it) } == word.parameters.collect { said(it) }
        spoken.isAnnotationPresent(Everywhere) == word.isAnnotationPresent(Everywhere)

        where:
        word << (ProjectWords.methods as List<Method>).sort { it.toString() }
    }

    def "a script that was not connected says so"() {
        given:
        def script = new ProjectScript() {
            Object run() {
                project('p')
            }
        }

        when:
        script.run()

        then:
        thrown(IllegalStateException)
    }

    private static List said(Parameter parameter) {
        def named = parameter.getAnnotation(NamedParams)?.value()?.toList() ?: []
        def block = parameter.getAnnotation(DelegatesTo)
        [named.collect { NamedParam it -> [it.value(), it.type(), it.required()] }, block?.value(), block?.strategy()]
    }
}
