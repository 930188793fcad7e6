package io.dockerops.engine.execute

import spock.lang.Specification

/** Places for jobs of one kind. */
class LaneSpec extends Specification {

    private static final int LIMIT = 2

    Lane lane = new Lane(LIMIT)
    List<Integer> begun = []

    def "no more jobs than the limit run, those of lower rank first"() {
        given:
        (3..1).each { int rank -> lane.offer(rank) { begun << rank } }

        when:
        lane.fill()

        then:
        begun == [1, 2]

        when:
        lane.release()
        lane.fill()

        then:
        begun == [1, 2, 3]
    }

    def "a job that steps aside gives its place to another, until four times the limit do so"() {
        given:
        (1..20).each { int rank -> lane.offer(rank) { begun << rank } }
        lane.fill()

        when:
        (4 * LIMIT).times {
            assert lane.stepAside()
            lane.fill()
        }

        then:
        !lane.stepAside()
        begun == (1..5 * LIMIT).toList()

        when: 'one of them ends'
        lane.returnFromAside()

        then:
        lane.stepAside()
        lane.fill()
        begun.size() == 5 * LIMIT + 1
    }
}
