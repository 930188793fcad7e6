project 'shop'

volume 'socket', at: '/run/app'
service('app') { image 'app'; attach 'socket' }
service('web') { image 'nginx'; attach 'socket' }
