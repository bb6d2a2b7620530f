/// Where something can be put so that it is on the disk when the call returns.
interface StoringPlace {

    /// @param sender who puts it, from 0; one thing at a time
    void put(int sender) throws InterruptedException;
}
