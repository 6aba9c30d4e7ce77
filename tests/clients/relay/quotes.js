// What a component of Relay declares. The compiler reads it; nothing runs it.
const { graphql } = require("relay-runtime");

graphql`
  query quotesQuery($speaker: String!, $count: Int!) {
    ...quotes_said @arguments(speaker: $speaker, count: $count)
  }
`;

graphql`
  fragment quotes_said on Query
  @argumentDefinitions(
    speaker: { type: "String!" }
    count: { type: "Int", defaultValue: 10 }
    cursor: { type: "String" }
  )
  @refetchable(queryName: "quotesSaidQuery") {
    quotes(speaker: $speaker, first: $count, after: $cursor) @connection(key: "quotes_said_quotes") {
      edges {
        node {
          id
          text
          saidOn
          speakers {
            id
            name
            ... on Person {
              roles {
                title
              }
            }
          }
        }
      }
    }
  }
`;

graphql`
  query quotesPersonQuery($id: ID!) {
    person(id: $id) {
      ...quotes_person
    }
  }
`;

graphql`
  fragment quotes_person on Person
  @argumentDefinitions(count: { type: "Int", defaultValue: 2 }, cursor: { type: "String" })
  @refetchable(queryName: "quotesPersonPageQuery") {
    name
    quotes(first: $count, after: $cursor) @connection(key: "quotes_person_quotes") {
      edges {
        node {
          text
        }
      }
    }
  }
`;

graphql`
  fragment quotes_found on Query
  @argumentDefinitions(words: { type: "String!" }, count: { type: "Int", defaultValue: 10 }, cursor: { type: "String" })
  @refetchable(queryName: "quotesFoundQuery") {
    search(query: $words, first: $count, after: $cursor) @connection(key: "quotes_found_search") {
      edges {
        score
        node {
          id
          ... on Quote {
            text
          }
        }
      }
    }
  }
`;

graphql`
  fragment quotes_doings on Entity
  @argumentDefinitions(count: { type: "Int", defaultValue: 10 }, cursor: { type: "String" })
  @refetchable(queryName: "quotesDoingsQuery") {
    relationships(last: $count, before: $cursor) @connection(key: "quotes_doings_relationships") {
      edges {
        node {
          id
          type
          subject {
            id
          }
        }
      }
    }
  }
`;
