project 'shop'

service 'web', image: 'nginx'
group 'frontend', 'web', 'wbe', 'web.one', 'app'
