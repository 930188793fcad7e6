project 'shop'

def db = service 'db', image: 'postgres:17'
service('app') { image 'app'; instances 'one', 'two' }

action('backup') {
    exec db
    exec 'bd', 'dump'
    exec 'app.three', 'dump'
    exec db, 'dump | gzip'
    exec 'db.one', 'dump'
    signal db, 'HUPP'
    stop
    stop 7
    restart db, timeout: 1.5.seconds
    waitFor db
    script db, file: 'tasks/none.sh'
    script db, 'run {script_path}'
    script db, 'x', at: 'tmp'
    needs 'chek', 7
}

action('check') { exec db, 'true' }
action('check') { exec db, 'false' }
action('empty') { }
action('a b') { exec db, 'true' }
action('round') { needs 'about' }
action('about') { needs 'round' }
action('self') { needs 'self' }
