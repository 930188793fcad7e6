project 'shop'

def web = service('web.one') { image 'nginx' }
volume 'data files', at: '/data'
network '_back'
host 'edge!', at: 'local'
group 'front end', web
service('app') {
    image 'app'
    instance 'number 1'
    link web
}
service 'an_extraordinarily_long_name_for_a_service_that_nobody_would_want_to_type', image: 'nginx'
