// For every label of the model: our id is unique.
//
// `Label` stands for the label, `label` for its name in lower case.
CREATE CONSTRAINT unique_label_id IF NOT EXISTS
FOR (n:Label) REQUIRE n.id IS UNIQUE;
