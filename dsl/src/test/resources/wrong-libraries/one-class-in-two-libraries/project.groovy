project 'shop'
library 'libs/one'
library 'libs/two'
