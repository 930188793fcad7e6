project 'shop'

volume 'conf', at: '/etc/app', host: '/srv/conf'
service('app') { image 'app'; attach 'conf' }
