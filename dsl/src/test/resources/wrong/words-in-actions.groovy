project 'shop'

def db = service 'db', image: 'postgres:17'

action('backup') {
    exce db, 'dump'
    exec db, 'dump', usr: 'postgres'
    image 'x'
    signal db
    together {
        needs 'check'
        afterwards { start db }
    }
    script db, fiel: 'x'
}

policy('frozen') {
    refuze 'no'
    actions.each { refuse it }
    actions.each { if (it.servce == 'db') refuse 'no' }
    leaveOut 'db', 'no'
}

policy('frozen') { refuse 'no' }
