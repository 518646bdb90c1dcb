"""Rules on the lists of a return as they arrived: a folder for each return, a file of SQL for each rule of DfE's."""
