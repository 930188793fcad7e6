project 'shop'
library 'libs/one'
library 'libs/two'
service('web') { monitored() }
