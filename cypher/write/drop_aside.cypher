// Lets go of what was set aside of articles that say it no more.
//
// $given: {articles: list of ids}
MATCH (a:_Aside) WHERE a.article IN $given.articles
DELETE a
